module hello.example/hello

go 1.24
