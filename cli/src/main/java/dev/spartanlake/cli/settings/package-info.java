/// What the user configured: every setting, where its value comes from, and the configuration file.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.cli.settings;
