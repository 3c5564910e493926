using System.CommandLine;
using Gatehouse.Verbs;

var root = new RootCommand("Any MCP client signs in. Any identity provider answers. Nextcloud is built in.")
{
    DemoVerb.Command(),
    NextcloudVerb.Command(),
    StdioVerb.Command(),
    LoginVerb.Login(),
    LoginVerb.Logout(),
    ConnectionsVerb.Command(),
    AuditVerb.Command(),
    DoctorVerb.Command(),
};
return await CommandLine.RunAsync(root.Parse(args));
