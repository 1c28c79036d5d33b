/** What the plan itself shows its owner: nudges, sideways options and the derived learning mix. Advice, never a refusal. */
package nl.klimrek.popforms.advice;
