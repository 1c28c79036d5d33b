/** The shift from assessment to dialogue: how many of each were held, month by month. */
@NullMarked
package nl.klimrek.insights.shift;

import org.jspecify.annotations.NullMarked;
