/**
 * Institutions as drawings and as a book.
 *
 * <p>Makes SVG, Mermaid and HTML from a rulebook, without any program from outside. Never decides anything.
 */
@org.jspecify.annotations.NullMarked
package org.gongzhi.rulebook.draw;
