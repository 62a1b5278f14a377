/** Reports what a new metadata file of the vendor changes: in the API's description, in our two files, and in Java. */
@NullMarked
package io.github.alimsg.codegen.report;

import org.jspecify.annotations.NullMarked;
