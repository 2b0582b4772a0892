"""The data that flows between the stages: no input or output, no stage.

`matter` and `prose` hold what the drafter wrote, each value with its source span;
`indictment` and `blocks` hold what the court reads, numbered and bound.
"""
