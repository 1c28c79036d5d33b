/** Whatever is refused or fails, as problem details in the reader's language. */
package nl.klimrek.servicekit.problem;
