/** The development plan (POP): one per employee, owned by them, agreed by two, version by version. */
package nl.klimrek.popforms.plan;
