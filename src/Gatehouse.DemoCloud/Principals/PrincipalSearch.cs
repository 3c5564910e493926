using System.Xml.Linq;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Principals;

/// <summary>RFC 3744 §9.4: <c>principal-property-search</c> by name, e-mail or calendar address.</summary>
internal static class PrincipalSearch
{
    private static readonly XName Search = DavNames.D + "property-search";

    public static async Task<DavError?> HandleAsync(DavCall call, XElement? root, PersonDirectory people)
    {
        if (root?.Name != DavNames.D + "principal-property-search")
        {
            return DavError.Of(415, "ReportNotSupported", "");
        }

        var rules = root.Elements(Search).ToList();
        if (rules.Count == 0)
        {
            return DavError.BadRequest(
                "The {DAV:}principal-property-search report must contain at least 1 {DAV:}property-search element"
            );
        }

        if (call.Headers["Depth"] != "0")
        {
            return DavError.BadRequest("This report is only defined when Depth: 0");
        }

        var isAny = root.Attribute("test")?.Value == "anyof";
        var found = people.All.Where(person =>
            isAny ? rules.Exists(rule => Matches(person, rule)) : rules.TrueForAll(rule => Matches(person, rule))
        );
        var names = DavXml.PropNames(root);
        call.Response.Headers.Vary = "Brief,Prefer";
        await DavXml.MultistatusAsync(
            call.Response,
            found.Select(person => new PrincipalProperties(call, person).Response(names))
        );
        return null;
    }

    private static bool Matches(Person person, XElement rule)
    {
        var wanted = rule.Element(DavNames.D + "match")?.Value ?? "";
        return DavXml
            .PropNames(rule)
            .All(name => ValueOf(person, name).Contains(wanted, StringComparison.OrdinalIgnoreCase));
    }

    private static string ValueOf(Person person, XName name) =>
        name == DavNames.D + "displayname" ? person.Account.DisplayName
        : name == DavNames.S + "email-address" ? person.Account.Email
        : name == DavNames.Cal + "calendar-user-address-set" ? $"mailto:{person.Account.Email}"
        : "";
}
