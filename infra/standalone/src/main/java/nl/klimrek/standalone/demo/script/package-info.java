/** The script of the demo: numbered steps with proofs, and what the chapters share. */
package nl.klimrek.standalone.demo.script;
