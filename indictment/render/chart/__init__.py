"""Indictment -> the chart as a table of its own: count, element, accused, paragraph, exhibit; and what is missing in it."""

from indictment.render.chart.as_csv import as_csv
from indictment.render.chart.as_html import as_html
from indictment.render.chart.gaps import Gap, gaps, to_do
from indictment.render.chart.workbook import workbook

__all__ = ["Gap", "as_csv", "as_html", "gaps", "to_do", "workbook"]
