module example.org/scanner

go 1.24
