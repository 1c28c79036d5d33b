/** Learning budgets: what people may spend on learning, in euros and hours, asked for, decided and never overspent. */
package nl.klimrek.learningbudgets;
