/**
 * The question: its number, its life from registration to the official reply, and the agencies' queues. The record in
 * Redis is the system of record; every change of it is one script.
 */
@NullMarked
package org.jauap.question;

import org.jspecify.annotations.NullMarked;
