# For those who are used to make; ./start does the work.
.PHONY: all build test
all build:
	./start
test:
	./start test
