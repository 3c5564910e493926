using System.Xml.Linq;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Principals;

/// <summary>Who has an account: where calendars and address books live, which addresses invitations go to, and the search for a name.</summary>
internal sealed class PrincipalsCollection(PersonDirectory people) : IDavCollection
{
    public string Segment => "principals";

    public string Features { get; } =
        DavFeatures.With(
            "oc-resource-sharing, calendar-access, calendar-proxy, calendar-auto-schedule, calendar-availability, "
                + "nc-calendar-trashbin, nc-calendar-webcal-cache, calendarserver-subscribed, oc-calendar-publishing, "
                + "calendarserver-sharing, addressbook"
        );

    public async Task<DavError?> HandleAsync(DavCall call, CancellationToken cancellationToken)
    {
        var (root, error) = await DavXml.ReadAsync(call.Context.Request);
        if (error is not null)
        {
            return error;
        }

        switch (call.Method, call.Names)
        {
            case ("PROPFIND", []):
                call.TellFeatures(this);
                return await CollectionAsync(call, root, "principals/");
            case ("PROPFIND", ["users"]):
                call.TellFeatures(this);
                return await CollectionAsync(call, root, "principals/users/");
            case ("PROPFIND", ["users", var user]):
                call.TellFeatures(this);
                return people.Find(user) is { } person
                    ? await PersonAsync(call, root, person)
                    : DavError.NotFound($"Principal with name {user} not found");
            case ("REPORT", ["users"]):
                return await PrincipalSearch.HandleAsync(call, root, people);
            default:
                return await DavAnswers.NotImplementedAsync(call.Method);
        }
    }

    /// <summary>Only who asks is listed: nobody may enumerate the others.</summary>
    private static async Task<DavError?> CollectionAsync(DavCall call, XElement? root, string path)
    {
        await DavXml.MultistatusAsync(
            call.Response,
            [
                DavXml.Response(
                    call.Href(path),
                    Names(root),
                    name =>
                        name == DavNames.ResourceType ? new XElement(name, new XElement(DavNames.D + "collection"))
                        : name == DavNames.CurrentUserPrincipal
                            ? DavXml.Href(name, call.Href($"principals/users/{call.Me.Id}/"))
                        : null
                ),
            ]
        );
        return null;
    }

    private static async Task<DavError?> PersonAsync(DavCall call, XElement? root, Person person)
    {
        var properties = new PrincipalProperties(call, person);
        await DavXml.MultistatusAsync(call.Response, [properties.Response(Names(root))]);
        return null;
    }

    private static IReadOnlyList<XName> Names(XElement? root) =>
        DavXml.PropNames(root) is { Count: > 0 } names ? names : [DavNames.ResourceType];
}
