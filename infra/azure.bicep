// The server, its managed identity, its records, its log, and the Azure Bot. teamsapp.yml deploys it (atk provision).
// README.md in this folder says how to do it without the Toolkit.

@description('In the names of all resources: lower-case letters and digits, nobody else\'s in Azure.')
@minLength(4)
@maxLength(20)
param resourceBaseName string

@description('The application (client) id of the bot\'s app registration.')
param botId string

@description('The tenant of that registration: the only one that is served.')
param tenantId string

@description('32 random bytes in base64. Another one makes older cards and links useless: see SEALING_KEY_PREVIOUS.')
@secure()
param sealingKey string

@description('Who acts at Graph: the app itself, or the people who signed in. The registration\'s permissions are for one of them.')
@allowed([
  'application'
  'delegated'
])
param graphAuth string = 'application'

@description('Any other settings of env/README.md, by their names.')
@secure()
param settings object = {}

@description('The plan\'s size; B1 is the smallest that can be always on.')
param planSku string = 'B1'

@description('Of the Azure Bot: F0 is free, without a limit for Teams.')
param botSku string = 'F0'

param location string = resourceGroup().location

// "Storage Table Data Contributor": https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/storage
var tableContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

// Opens the records, and is the app registration's federated credential: see README.md.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: resourceBaseName
  location: location
}

resource storage 'Microsoft.Storage/storageAccounts@2023-01-01' = {
  name: resourceBaseName
  location: location
  kind: 'StorageV2'
  sku: {
    name: 'Standard_LRS'
  }
  properties: {
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource tableAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage.id, identity.id, tableContributor)
  scope: storage
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', tableContributor)
  }
}

resource plan 'Microsoft.Web/serverfarms@2022-09-01' = {
  name: resourceBaseName
  location: location
  kind: 'linux'
  sku: {
    name: planSku
  }
  properties: {
    reserved: true // Linux
  }
}

resource webApp 'Microsoft.Web/sites@2022-09-01' = {
  name: resourceBaseName
  location: location
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    siteConfig: {
      linuxFxVersion: 'NODE|24-lts'
      appCommandLine: 'node dist/src/main.js'
      alwaysOn: true
      ftpsState: 'Disabled'
      minTlsVersion: '1.2'
      healthCheckPath: '/readyz'
    }
  }
}

// A separate resource, because they contain the server's host name. They replace all others: use `settings` to add some.
resource appSettings 'Microsoft.Web/sites/config@2022-09-01' = {
  parent: webApp
  name: 'appsettings'
  properties: union(settings, {
    BOT_ID: botId
    TENANT_ID: tenantId
    GRAPH_AUTH: graphAuth
    MANAGED_IDENTITY_CLIENT_ID: identity.properties.clientId
    BOT_DOMAIN: webApp.properties.defaultHostName
    SEALING_KEY: sealingKey
    STORE: 'azure-table:${storage.properties.primaryEndpoints.table}'
    PORT: '8080'
    NODE_ENV: 'production'
    // For App Service: the deployed program is already built and installed.
    WEBSITE_RUN_FROM_PACKAGE: '1'
    SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'
    // Seconds after SIGTERM. The program takes up to 10 to finish running requests; App Service waits 5 by default.
    WEBSITES_CONTAINER_STOP_TIME_LIMIT: '15'
  })
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: resourceBaseName
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: botSku
  }
  properties: {
    displayName: 'Rendezvous'
    endpoint: 'https://${webApp.properties.defaultHostName}/api/messages'
    msaAppType: 'SingleTenant'
    msaAppId: botId
    msaAppTenantId: tenantId
  }
}

resource teamsChannel 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
  }
}

resource log 'Microsoft.OperationalInsights/workspaces@2022-10-01' = {
  name: resourceBaseName
  location: location
  properties: {
    retentionInDays: 30
    sku: {
      name: 'PerGB2018'
    }
  }
}

resource serverLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'log'
  scope: webApp
  properties: {
    workspaceId: log.id
    logs: [
      {
        category: 'AppServiceConsoleLogs' // the program's log
        enabled: true
      }
      {
        category: 'AppServicePlatformLogs' // starts and stops
        enabled: true
      }
    ]
  }
}

// The Toolkit writes these to env/.env.<environment>.
output AZURE_APP_SERVICE_RESOURCE_ID string = webApp.id
output AZURE_IDENTITY_PRINCIPAL_ID string = identity.properties.principalId
output BOT_DOMAIN string = webApp.properties.defaultHostName
