/** Figures for HR, built from groups that are large enough: coverage, the shift to dialogue, and who has too little time. */
package nl.klimrek.portal.insights;
