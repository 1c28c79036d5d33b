/** The question bank, an organisation's own questions and templates, and questionnaires. */
@NullMarked
package nl.klimrek.conversations.questions;

import org.jspecify.annotations.NullMarked;
