using System.Diagnostics.CodeAnalysis;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokens;

namespace Gatehouse.Nextcloud.Tools.Text.Pdf;

/// <summary>
/// Loads what a page or form draws with: its fonts, looked at first, and its forms and pictures. Colours, shades and patterns are read anew each time
/// and say nothing.
/// </summary>
internal sealed class ChargedResources(IResourceStore inner, FontCheck fonts) : IResourceStore
{
    private readonly Dictionary<DictionaryToken, DictionaryToken> wanted = new(ReferenceEqualityComparer.Instance);

    public void LoadResourceDictionary(DictionaryToken resourceDictionary)
    {
        if (!wanted.TryGetValue(resourceDictionary, out var kept))
        {
            kept = WantedOf(resourceDictionary);
            fonts.Require(kept);
            wanted.Add(resourceDictionary, kept);
        }

        inner.LoadResourceDictionary(kept);
    }

    public void UnloadResourceDictionary() => inner.UnloadResourceDictionary();

    public IFont? GetFont(NameToken name) => inner.GetFont(name);

    public bool TryGetXObject(NameToken name, [NotNullWhen(true)] out StreamToken? stream) =>
        inner.TryGetXObject(name, out stream);

    public bool TryGetXObjectReference(NameToken name, out IndirectReference reference) =>
        inner.TryGetXObjectReference(name, out reference);

    public DictionaryToken? GetExtendedGraphicsStateDictionary(NameToken name) => null;

    public IFont GetFontDirectly(IndirectReferenceToken fontReferenceToken) =>
        inner.GetFontDirectly(fontReferenceToken);

    public bool TryGetNamedColorSpace(NameToken name, out ResourceColorSpace namedColorSpace) =>
        inner.TryGetNamedColorSpace(name, out namedColorSpace);

    public ColorSpaceDetails GetColorSpaceDetails(NameToken? name, DictionaryToken? dictionary) =>
        inner.GetColorSpaceDetails(name, dictionary);

    public ColorSpaceDetails GetDeviceColorSpaceDetails(ColorSpace deviceColorSpace) =>
        inner.GetDeviceColorSpaceDetails(deviceColorSpace);

    public DictionaryToken? GetMarkedContentPropertiesDictionary(NameToken name) => null;

    public IReadOnlyDictionary<NameToken, PatternColor> GetPatterns() => inner.GetPatterns();

    public Shading GetShading(NameToken name) => inner.GetShading(name);

    private static DictionaryToken WantedOf(DictionaryToken resources)
    {
        var kept = new Dictionary<NameToken, IToken>();
        foreach (var name in new[] { NameToken.Font, NameToken.Xobject })
        {
            if (resources.TryGet(name, out var token))
                kept[name] = token;
        }

        return new(kept);
    }
}
