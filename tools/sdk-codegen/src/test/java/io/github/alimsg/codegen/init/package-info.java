@org.jspecify.annotations.NullMarked
package io.github.alimsg.codegen.init;
