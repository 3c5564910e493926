using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Gatehouse.Nextcloud.Tools.Text.Pdf;

/// <summary>Filters of what is drawn. What is not packed is charged too: one stream can be drawn a million times.</summary>
internal sealed class ChargedLookup(ILookupFilterProvider inner, UnpackLimits limits) : ILookupFilterProvider
{
    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary, IPdfTokenScanner scanner) =>
        OrPlain(inner.GetFilters(dictionary, scanner));

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => OrPlain(inner.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => inner.GetNamedFilters(names);

    public IReadOnlyList<IFilter> GetAllFilters() => inner.GetAllFilters();

    private IReadOnlyList<IFilter> OrPlain(IReadOnlyList<IFilter> filters) =>
        filters.Count > 0 ? filters : [new ChargedPlain(limits)];
}
