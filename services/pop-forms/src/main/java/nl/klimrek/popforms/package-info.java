/** Development plans (POP forms): owned by the employee, agreed by two, words at home. */
package nl.klimrek.popforms;
