// SPDX-License-Identifier: Apache-2.0
#include "print/print.h"

#include "print/layout_cache.h"
#include "print/page.h"
#include "print/pdf_tags.h"
#include "print/printed.h"

#include <cairo-pdf.h>
#include <fmt/format.h>

namespace detour {
namespace {

cairo_status_t append(void* closure, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

std::optional<Failure> fault_of(const Record& record) {
    if (record.without_glyph.empty()) {
        return std::nullopt;
    }
    return Failure{fmt::format("no typeface has every letter of '{}'", record.without_glyph.front())};
}

void set_metadata(cairo_surface_t* surface, const Document& document) {
    const auto date = date_text(document.date) + "T00:00:00Z";
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, document.title.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Detour");
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date.c_str());
}

void draw_all(
    LayoutCache& layouts, const Document& document, const RenderOptions& options, cairo_t* target, Record& record) {
    const auto geometry = geometry_of(document.kind, options.paper);
    const auto pages = lay_out(layouts, document, geometry);
    Canvas canvas(layouts, target, record);
    const auto whole = canvas.tag("Document");
    PageDrawer drawer(document, geometry);
    for (const auto& page : pages) {
        drawer.draw_page(canvas, page, {record.page, static_cast<int>(pages.size())});
        if (&page != &pages.back()) {
            cairo_show_page(target);
            ++record.page;
        }
    }
    drawer.finish();
}

}  // namespace

Expected<Printed> print_document(const Document& document, const RenderOptions& options, DrawingContext& context) {
    Printed printed;
    const auto geometry = geometry_of(document.kind, options.paper);
    const Handle<cairo_surface_t> surface(cairo_pdf_surface_create_for_stream(
        append, &printed.pdf, geometry.width / mm_per_point, geometry.height / mm_per_point));
    set_metadata(surface.get(), document);
    Record record;
    {
        const Handle<cairo_t> target(cairo_create(surface.get()));
        draw_all(context.layouts(), document, options, target.get(), record);
        cairo_show_page(target.get());
    }
    context.layouts().forget_old();
    cairo_surface_finish(surface.get());
    if (const auto status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS) {
        return failure(fmt::format("cannot draw the PDF: {}", cairo_status_to_string(status)));
    }
    if (const auto fault = fault_of(record)) {
        return tl::unexpected(*fault);
    }
    // Without the details the file is still a sound tagged PDF.
    if (auto detailed = with_tag_details(printed.pdf, record.tags, {document.title, document.language})) {
        printed.pdf = std::move(*detailed);
        printed.has_tag_details = true;
    }
    printed.texts = std::move(record.texts);
    printed.pages = record.page;
    return printed;
}

Expected<std::string> draw_pdf(const Document& document, const RenderOptions& options, DrawingContext& context) {
    return print_document(document, options, context).map([](Printed&& printed) { return std::move(printed.pdf); });
}

Expected<std::string> draw_pdf(const Document& document, const RenderOptions& options) {
    return DrawingContext::open().and_then(
        [&](DrawingContext&& context) { return draw_pdf(document, options, context); });
}

Expected<std::string> draw_png(const Document& document, const RenderOptions& options, int page, double dpi) {
    auto context = DrawingContext::open();
    if (!context) {
        return tl::unexpected(context.error());
    }
    const auto geometry = geometry_of(document.kind, options.paper);
    const auto pages = lay_out(context->layouts(), document, geometry);
    if (page < 1 || page > static_cast<int>(pages.size())) {
        return failure(fmt::format("there is no page {}; the document has {}", page, pages.size()));
    }
    const double scale = dpi / 25.4;
    const Handle<cairo_surface_t> surface(cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, static_cast<int>(geometry.width * scale), static_cast<int>(geometry.height * scale)));
    const Handle<cairo_t> target(cairo_create(surface.get()));
    cairo_set_source_rgb(target.get(), 1, 1, 1);
    cairo_paint(target.get());
    cairo_scale(target.get(), dpi / 72, dpi / 72);
    Record record;
    Canvas canvas(context->layouts(), target.get(), record);
    PageDrawer drawer(document, geometry);
    drawer.draw_page(canvas, pages[static_cast<std::size_t>(page - 1)], {page, static_cast<int>(pages.size())});
    drawer.finish();
    if (const auto fault = fault_of(record)) {
        return tl::unexpected(*fault);
    }
    std::string png;
    const auto status = cairo_surface_write_to_png_stream(surface.get(), append, &png);
    if (status != CAIRO_STATUS_SUCCESS) {
        return failure(fmt::format("cannot draw the picture: {}", cairo_status_to_string(status)));
    }
    return png;
}

}  // namespace detour
