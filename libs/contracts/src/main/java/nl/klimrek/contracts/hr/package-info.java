/** What HR systems send in. */
package nl.klimrek.contracts.hr;
