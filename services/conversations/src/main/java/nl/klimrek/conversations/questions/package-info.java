/** The question bank, an organisation's own questions and templates, and questionnaires. */
package nl.klimrek.conversations.questions;
