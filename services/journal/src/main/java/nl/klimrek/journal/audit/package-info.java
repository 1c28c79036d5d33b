/** Verification, export, gaps and consumer lag, for HR and auditors of the organisation. */
@NullMarked
package nl.klimrek.journal.audit;

import org.jspecify.annotations.NullMarked;
