// greet prints the message of the image below it, and the digest of that message.
package main

import (
	"fmt"
	"os"

	"github.com/opencontainers/go-digest"
)

func main() {
	message, err := os.ReadFile("/usr/share/hello/message")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Printf("%s%s\n", message, digest.FromBytes(message))
}
