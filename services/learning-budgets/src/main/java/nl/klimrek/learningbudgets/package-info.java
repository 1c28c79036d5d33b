/** The learning-budgets service: pots in euros and hours, requests, decisions and expenses. */
@NullMarked
package nl.klimrek.learningbudgets;

import org.jspecify.annotations.NullMarked;
