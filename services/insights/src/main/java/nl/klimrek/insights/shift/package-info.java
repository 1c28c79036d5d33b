/** The shift from assessment to dialogue: how many of each were held, month by month. */
package nl.klimrek.insights.shift;
