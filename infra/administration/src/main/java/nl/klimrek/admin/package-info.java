/** {@code infra/admin}: the operator's commands for the broker and the stores of any cluster. */
@NullMarked
package nl.klimrek.admin;

import org.jspecify.annotations.NullMarked;
