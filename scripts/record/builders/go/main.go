// Prints one sentence: what ko builds for the comparison of builders.
package main

import "os"

func main() {
	os.Stdout.WriteString("The same small program, built by several tools.\n")
}
