/** Tests of the report about a new metadata file. */
@NullMarked
package io.github.alimsg.codegen.report;

import org.jspecify.annotations.NullMarked;
