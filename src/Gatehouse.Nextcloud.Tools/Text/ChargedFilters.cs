using Gatehouse.Nextcloud.Tools.Text.Pdf;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Gatehouse.Nextcloud.Tools.Text;

/// <summary>PdfPig's filters, each charged for what it unpacks.</summary>
internal sealed class ChargedFilters(UnpackLimits limits) : IFilterProvider
{
    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary)
    {
        limits.Charge(Declared.ObjectsOf(dictionary));
        return Charged(DefaultFilterProvider.Instance.GetFilters(dictionary));
    }

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) =>
        Charged(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Charged(DefaultFilterProvider.Instance.GetAllFilters());

    private List<IFilter> Charged(IEnumerable<IFilter> filters) =>
        [.. filters.Select(filter => new ChargedFilter(filter, limits))];
}
