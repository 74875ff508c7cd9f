// A buildpack that lays down a Java runtime as Paketo's do: nearly all of it is their library.
//
// Of Paketo's buildpacks each is a few lines around libjvm, and a list of what to download. Ours
// brings its runtime along.
package main

import (
	"os"

	"github.com/paketo-buildpacks/libjvm"
	"github.com/paketo-buildpacks/libpak"
	"github.com/paketo-buildpacks/libpak/bard"
)

func main() {
	libpak.Main(libjvm.Detect{}, libjvm.NewBuild(bard.NewLogger(os.Stdout)))
}
