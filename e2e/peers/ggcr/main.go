// A registry with the referrers API, of go-containerregistry's own package.
package main

import (
	"fmt"
	"net"
	"net/http"
	"os"

	"github.com/google/go-containerregistry/pkg/registry"
)

func main() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Printf("serving on port %d\n", listener.Addr().(*net.TCPAddr).Port)
	err = http.Serve(listener, registry.New(registry.WithReferrersSupport(true)))
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
