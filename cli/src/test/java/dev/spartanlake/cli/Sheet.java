package dev.spartanlake.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// The first sheet of a workbook, as its XML says.
///
/// @param cells the cells by their names, such as `B2`; each begins with its kind
/// @param formulas how many formulas there are
record Sheet(Map<String, String> cells, int formulas) {

    static Sheet of(Path workbook) throws IOException {
        try (ZipFile zip = new ZipFile(workbook.toFile());
                InputStream in = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
            Map<String, String> cells = new TreeMap<>();
            NodeList found = document.getElementsByTagName("c");
            for (int i = 0; i < found.getLength(); i++) {
                Element cell = (Element) found.item(i);
                cells.put(cell.getAttribute("r"), content(cell));
            }
            return new Sheet(cells, document.getElementsByTagName("f").getLength());
        } catch (ParserConfigurationException | SAXException malformed) {
            throw new IOException(malformed);
        }
    }

    /// The kind and the content of a cell; `none` where there is none.
    String cell(String name) {
        return cells.getOrDefault(name, "none");
    }

    private static String content(Element cell) {
        if (cell.getTextContent().isEmpty() && !cell.getAttribute("t").equals("inlineStr")) {
            return "none";
        }
        return switch (cell.getAttribute("t")) {
            case "inlineStr" -> "text " + cell.getTextContent();
            case "b" -> "truth " + cell.getTextContent();
            case "", "n" -> "number " + cell.getTextContent();
            default -> cell.getAttribute("t") + " " + cell.getTextContent();
        };
    }
}
