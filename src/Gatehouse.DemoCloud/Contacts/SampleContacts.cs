using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Objects;

namespace Gatehouse.DemoCloud.Contacts;

/// <summary>The people around alice and bob: family, friends, customers, the tax adviser.</summary>
internal sealed class SampleContacts(DemoAppContext context)
{
    private static readonly (string Owner, string Name, string Lines)[] Cards =
    [
        (
            "alice",
            "nora",
            "FN:Nora Lindqvist\r\nN:Lindqvist;Nora;;;\r\nORG:Nordlicht GmbH\r\nTITLE:Managing director\r\n"
                + "EMAIL;TYPE=WORK:nora.lindqvist@example.com\r\nTEL;TYPE=CELL:+49 170 5550101\r\n"
                + "ADR;TYPE=WORK:;;Speicherstr. 12;Hamburg;;20457;Germany\r\nCATEGORIES:Customers\r\n"
                + "NOTE:Relaunch of the website; prefers calls before noon\r\n"
        ),
        (
            "alice",
            "weber",
            "FN:Dr. Jonas Weber\r\nN:Weber;Jonas;;Dr.;\r\nEMAIL;TYPE=WORK:praxis.weber@example.com\r\n"
                + "TEL;TYPE=WORK:+49 30 5550188\r\nADR;TYPE=WORK:;;Lindenstr. 8;Berlin;;10969;Germany\r\nTITLE:Dentist\r\n"
        ),
        (
            "alice",
            "grandma",
            "FN:Ingrid Example\r\nN:Example;Ingrid;;;\r\nNICKNAME:Grandma\r\nTEL;TYPE=HOME:+49 421 5550143\r\n"
                + "ADR;TYPE=HOME:;;Am Deich 3;Bremen;;28199;Germany\r\nBDAY:1948-05-17\r\nCATEGORIES:Family\r\n"
        ),
        (
            "alice",
            "mia",
            "FN:Mia Example\r\nN:Example;Mia;;;\r\nBDAY:2017-12-05\r\nCATEGORIES:Family\r\n"
                + "item1.TEL:+49 170 5550199\r\nitem1.X-ABLabel:Watch\r\n"
        ),
        (
            "alice",
            "tax",
            "FN:Petra Özdemir\r\nN:Özdemir;Petra;;;\r\nORG:Kontor Steuerberatung;Lohn\r\n"
                + "EMAIL;TYPE=WORK:oezdemir@example.com\r\nTEL;TYPE=WORK:+49 30 5550120\r\nCATEGORIES:Work\r\n"
        ),
        (
            "alice",
            "sam",
            "FN:Sam Okafor\r\nN:Okafor;Sam;;;\r\nEMAIL;TYPE=HOME:sam@example.com\r\nEMAIL;TYPE=WORK:s.okafor@example.org\r\n"
                + "TEL;TYPE=CELL:+44 7700 900123\r\nCATEGORIES:Friends\r\nX-SOCIALPROFILE;TYPE=MASTODON:https://social.example.org/@sam\r\n"
        ),
        (
            "bob",
            "nora",
            "FN:Nora Lindqvist\r\nN:Lindqvist;Nora;;;\r\nORG:Nordlicht GmbH\r\nEMAIL;TYPE=WORK:nora.lindqvist@example.com\r\n"
        ),
        (
            "bob",
            "garage",
            "FN:Garage Brandt\r\nN:;;;;\r\nORG:Garage Brandt\r\nTEL;TYPE=WORK:+49 30 5550177\r\nCATEGORIES:Car\r\n"
        ),
    ];

    public ObjectsState Fill(ObjectsState state)
    {
        foreach (var (owner, name, lines) in Cards)
        {
            if (state.Find(owner, "contacts") is null)
            {
                continue;
            }

            var uid = $"{name}-{owner}";
            var text =
                $"BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//Gatehouse//Demo//EN\r\nUID:{uid}\r\n{lines}END:VCARD\r\n";
            state = state.Numbered(out var id);
            var item = new StoredObject(
                id,
                name + ".vcf",
                uid,
                "VCARD",
                text,
                Answers.ETagOf(text),
                context.Time.GetUtcNow().ToUnixTimeSeconds()
            );
            state = state.With(state.Find(owner, "contacts")!.With(item));
        }

        return state;
    }
}
