package dev.spartanlake.bench.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.spartanlake.bench.plot.Series.Point;
import dev.spartanlake.bench.plot.Series.Stroke;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class PlotTest {

    private static final Series STEADY = new Series(
            "us: <all> & each",
            0,
            Stroke.SOLID,
            List.of(new Point(100, 1), new Point(1_000, 10), new Point(10_000, 100)));
    private static final Series FLAT =
            new Series("them", 0, Stroke.DASHED, List.of(new Point(100, 10), new Point(10_000, 10)));
    private static final Series ALONE = new Series("once", 1, Stroke.SOLID, List.of(new Point(1_000, 1_000)));

    private static final Plot PLOT =
            new Plot("times", "matches", "median time (milliseconds)", List.of(STEADY, FLAT, ALONE));

    @Test
    void aDecadeIsAsLongAsAnyOtherAndPointsAreWhereTheirNumbersBelong() throws Exception {
        List<Element> frames = elements(PLOT, "rect", "grid");
        double left = number(frames.getFirst(), "x");
        double bottom = number(frames.getFirst(), "y") + number(frames.getFirst(), "height");
        double decadeAcross = number(frames.getFirst(), "width") / 2;
        double decadeUpwards = number(frames.getFirst(), "height") / 3;

        List<Element> points = elements(PLOT, "circle", "c0 SOLID");

        assertThat(points).hasSize(3 + 1);
        for (int i = 0; i < 3; i++) {
            assertThat(number(points.get(i), "cx")).isCloseTo(left + i * decadeAcross, within(0.06));
            assertThat(number(points.get(i), "cy")).isCloseTo(bottom - i * decadeUpwards, within(0.06));
        }
        Element alone = elements(PLOT, "circle", "c1 SOLID").getFirst();
        assertThat(number(alone, "cx")).isCloseTo(left + decadeAcross, within(0.06));
        assertThat(number(alone, "cy")).isCloseTo(number(frames.getFirst(), "y"), within(0.06));
    }

    @Test
    void ticksAreLabelledWithTheirNumbersAndAxesWithTheirUnits() throws Exception {
        assertThat(texts("tick"))
                .containsExactly("100", "200", "500", "1,000", "2,000", "5,000", "10,000", "1", "10", "100", "1,000");
        assertThat(texts("label")).containsExactly("matches", "median time (milliseconds)");
        assertThat(texts("title")).containsExactly("times");
        assertThat(new Plot("", "", "", List.of(point(1, 0.03), point(1, 0.9))).svg())
                .contains(">0.02<", ">0.05<", ">0.1<", ">0.5<", ">1<");
    }

    @Test
    void theLegendHasEveryLine() throws Exception {
        assertThat(texts("entry")).containsExactly("us: <all> & each", "them", "once", "in proportion");
    }

    @Test
    void aLineIsDrawnWhereThereAreTwoPointsAndGuidedByProportion() throws Exception {
        String way = elements(PLOT, "path", "line c0 SOLID").getFirst().getAttribute("d");
        List<Element> guides = elements(PLOT, "path", "guide");

        assertThat(way.split("[ML]", -1)).hasSize(1 + 3);
        assertThat(guides).as("the guide, and a sample of it").hasSize(2);
        assertThat(guides.getFirst().getAttribute("d"))
                .as("what grows in proportion is its own guide")
                .isEqualTo(way.replaceAll("L.*L", "L"));
        assertThat(elements(PLOT, "path", "line c1 SOLID"))
                .as("a sample in the legend")
                .hasSize(1);
    }

    @Test
    void theGuideEndsAtTheTop() throws Exception {
        Series growing = new Series("", 0, Stroke.SOLID, List.of(new Point(1, 1), new Point(10_000, 10)));
        Plot plot = new Plot("", "", "", List.of(growing));
        Element frame = elements(plot, "rect", "grid").getFirst();

        String[] end =
                elements(plot, "path", "guide").getFirst().getAttribute("d").split("[ML ]", -1);

        assertThat(Double.parseDouble(end[3])).isCloseTo(number(frame, "x") + number(frame, "width") / 4, within(0.06));
        assertThat(Double.parseDouble(end[4])).isCloseTo(number(frame, "y"), within(0.06));
    }

    @Test
    void theSamePlotIsTheSameToTheLastByteAndForDarkSystemsToo() {
        assertThat(PLOT.svg()).contains(Colours.style()).isEqualTo(PLOT.svg());
    }

    @Test
    void aLineWithoutPointsIsRefused() {
        assertThatThrownBy(() -> new Series("empty", 4, Stroke.SOLID, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("empty: expected points and a colour from 0 to 3, found 0 points and colour 4");
        assertThatThrownBy(() -> new Plot("bare", "", "", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bare: expected at least one line, found none");
    }

    private static Series point(double x, double y) {
        return new Series("", 0, Stroke.DOTTED, List.of(new Point(x, y)));
    }

    private static List<String> texts(String kind) throws Exception {
        return elements(PLOT, "text", kind).stream()
                .map(Element::getTextContent)
                .toList();
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static List<Element> elements(Plot plot, String name, String classes) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(plot.svg())));
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element
                    && element.getAttribute("class").equals(classes)) {
                found.add(element);
            }
        }
        return found;
    }
}
