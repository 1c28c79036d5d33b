/** The script of the demo: numbered steps with proofs, and what the chapters share. */
@NullMarked
package nl.klimrek.standalone.demo.script;

import org.jspecify.annotations.NullMarked;
