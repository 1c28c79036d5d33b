/** The question bank for HR: Klimrek's questions, the organisation's own, and sets of questions. */
@NullMarked
package nl.klimrek.portal.questions;

import org.jspecify.annotations.NullMarked;
