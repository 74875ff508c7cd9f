package demo;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.ArrayList;
import java.util.List;

/** Says how much memory it may have, waits for a line, then holds as many MiB as it is told. */
public final class Memory {
  private static final int MIB = 1 << 20;

  private Memory() {}

  public static void main(String[] args) throws IOException {
    int wanted = Integer.parseInt(args[0]);
    Runtime runtime = Runtime.getRuntime();
    System.out.println("max memory " + runtime.maxMemory());
    System.out.println("processors " + runtime.availableProcessors());
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      System.out.println("pool " + pool.getUsage().getMax() + " " + pool.getName());
    }
    System.out.println("ready");
    // Whoever watches looks at the process, then lets it go on.
    System.in.read();
    // Pieces of a quarter: a whole MiB would take two regions of the G1 collector.
    List<byte[]> held = new ArrayList<>();
    for (int i = 1; i <= wanted; i++) {
      for (int piece = 0; piece < 4; piece++) {
        held.add(new byte[MIB / 4]);
      }
      if (i % 16 == 0 || i == wanted) {
        System.out.println("holds " + i);
      }
    }
    System.out.println("done");
  }
}
