<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis minScale="1e+08" version="3.22.16-Białowieża" styleCategories="Symbology|Rendering" hasScaleBasedVisibilityFlag="0" maxScale="0">
  <pipe-data-defined-properties>
    <Option type="Map">
      <Option type="QString" name="name" value=""/>
      <Option name="properties"/>
      <Option type="QString" name="type" value="collection"/>
    </Option>
  </pipe-data-defined-properties>
  <pipe>
    <provider>
      <resampling zoomedInResamplingMethod="nearestNeighbour" zoomedOutResamplingMethod="nearestNeighbour" enabled="false" maxOversampling="2"/>
    </provider>
    <rasterrenderer type="singlebandpseudocolor" band="1" classificationMin="0" classificationMax="360" alphaBand="-1" opacity="1" nodataColor="">
      <minMaxOrigin>
        <limits>None</limits>
        <extent>WholeRaster</extent>
        <statAccuracy>Estimated</statAccuracy>
        <cumulativeCutLower>0.02</cumulativeCutLower>
        <cumulativeCutUpper>0.98</cumulativeCutUpper>
        <stdDevFactor>2</stdDevFactor>
      </minMaxOrigin>
      <rastershader>
        <colorrampshader clip="0" minimumValue="0" maximumValue="360" colorRampType="INTERPOLATED" classificationMode="1" labelPrecision="6">
          <item alpha="255" value="0" color="#b4dba7" label="0"/>
          <item alpha="255" value="22.5" color="#8fdbbe" label="22.5"/>
          <item alpha="255" value="45" color="#59d1cb" label="45"/>
          <item alpha="255" value="67.5" color="#00bdd1" label="67.5"/>
          <item alpha="255" value="90" color="#00a2cd" label="90"/>
          <item alpha="255" value="112.5" color="#1984bc" label="112.5"/>
          <item alpha="255" value="135" color="#456aa1" label="135"/>
          <item alpha="255" value="157.5" color="#585785" label="157.5"/>
          <item alpha="255" value="180" color="#674c71" label="180"/>
          <item alpha="255" value="202.5" color="#7d4862" label="202.5"/>
          <item alpha="255" value="225" color="#9a4a52" label="225"/>
          <item alpha="255" value="247.5" color="#b85743" label="247.5"/>
          <item alpha="255" value="270" color="#d26e3b" label="270"/>
          <item alpha="255" value="292.5" color="#e18e42" label="292.5"/>
          <item alpha="255" value="315" color="#e1b05b" label="315"/>
          <item alpha="255" value="337.5" color="#d0cc82" label="337.5"/>
          <item alpha="255" value="360" color="#b4dba7" label="360"/>
          <rampLegendSettings suffix=" degrees" prefix="" useContinuousLegend="1" minimumLabel="" orientation="2" maximumLabel="" direction="0">
            <numericFormat id="basic">
              <Option type="Map">
                <Option type="QChar" name="decimal_separator" value=""/>
                <Option type="int" name="decimals" value="0"/>
                <Option type="int" name="rounding_type" value="0"/>
                <Option type="bool" name="show_plus" value="false"/>
                <Option type="bool" name="show_thousand_separator" value="true"/>
                <Option type="bool" name="show_trailing_zeros" value="false"/>
                <Option type="QChar" name="thousand_separator" value=""/>
              </Option>
            </numericFormat>
          </rampLegendSettings>
        </colorrampshader>
      </rastershader>
    </rasterrenderer>
    <brightnesscontrast brightness="0" contrast="0" gamma="1"/>
    <huesaturation saturation="0" colorizeGreen="128" colorizeBlue="128" colorizeStrength="100" colorizeRed="255" invertColors="0" grayscaleMode="0" colorizeOn="0"/>
    <rasterresampler maxOversampling="2"/>
    <resamplingStage>resamplingFilter</resamplingStage>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
