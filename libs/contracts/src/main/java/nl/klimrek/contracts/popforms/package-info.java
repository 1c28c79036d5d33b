/** Facts about personal development plans. */
package nl.klimrek.contracts.popforms;
