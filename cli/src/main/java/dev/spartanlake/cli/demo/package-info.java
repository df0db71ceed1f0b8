/// An invented career to try the product with: generated documents, the names in them, and questions worth asking.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.cli.demo;
