package demo;

/** Prints one sentence: what Jib builds for the comparison of builders. */
public final class Hello {
  private Hello() {}

  public static void main(String[] args) {
    System.out.println("The same small program, built by several tools.");
  }
}
