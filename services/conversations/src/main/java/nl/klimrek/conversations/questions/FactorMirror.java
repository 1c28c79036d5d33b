package nl.klimrek.conversations.questions;

import nl.klimrek.conversations.questions.QuestionTags.Factor;

/**
 * One of the five factors as both sides prepare it: what the employee says, and the employer's duty that mirrors it.
 *
 * @param statement id of the employee's question
 * @param duty id of the counterpart's
 */
public record FactorMirror(Factor factor, String statement, String duty) {}
