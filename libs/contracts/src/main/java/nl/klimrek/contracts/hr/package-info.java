/** What HR systems send in. */
@NullMarked
package nl.klimrek.contracts.hr;

import org.jspecify.annotations.NullMarked;
